package bookstore.shared;

import java.util.regex.Pattern;

/**
 * What counts as one mail address that can be written to: a dot-atom of RFC 5322 (3.2.3) at a host name of RFC 1123 (2.1)
 * with a dot in it, within the lengths of RFC 5321 (4.5.3.1). Nothing that a mail server would read as a second address, a
 * name or a further command. The contract says the same in {@code openapi/edge.yaml}.
 */
public final class MailAddress {

    private static final int LENGTH = 254;
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final String LAST_LABEL = "[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern BARE =
            Pattern.compile("^(?=[^@]{1,64}@)" + ATOM + "(\\." + ATOM + ")*@(" + LABEL + "\\.)+" + LAST_LABEL + "$");

    private MailAddress() {}

    public static boolean isOne(String text) {
        return text.length() <= LENGTH && BARE.matcher(text).matches();
    }
}
