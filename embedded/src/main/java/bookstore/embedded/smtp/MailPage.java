package bookstore.embedded.smtp;

import java.util.List;
import java.util.stream.Collectors;

/** The mails as HTML. Whatever a mail says is escaped; its own HTML is shown in a frame that may do nothing. */
final class MailPage {

    private static final String FRAME =
            """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>%s</title><style>
            body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
            table{border-collapse:collapse;width:100%%}
            th,td{text-align:left;padding:.3rem .8rem .3rem 0;border-bottom:1px solid #ddd}
            iframe{width:100%%;height:70vh;border:1px solid #ddd}
            pre{white-space:pre-wrap}
            </style></head><body>
            %s
            </body></html>
            """;

    private MailPage() {}

    static String list(List<Mail> mails) {
        var rows = mails.stream().map(MailPage::row).collect(Collectors.joining());
        return page(
                "Mails",
                """
                <h1>Mails</h1><p>The newest first. <a href="/mails.json">As JSON</a></p>
                <table><tr><th>Date</th><th>To</th><th>Subject</th></tr>%s</table>"""
                        .formatted(rows));
    }

    /** @param body the mail's text, or its frame */
    static String mail(Mail mail, String body) {
        return page(
                mail.subject(),
                """
                <p><a href="/">All mails</a></p><h1>%s</h1>
                <p>From %s to %s, %s, %s</p>
                <p><a href="/mails/%5$s">HTML</a> <a href="/mails/%5$s/text">Text</a> <a href="/mails/%5$s/raw">Raw</a></p>
                %7$s"""
                        .formatted(
                                escape(mail.subject()),
                                escape(mail.from()),
                                escape(mail.to()),
                                mail.date(),
                                mail.id(),
                                escape(mail.messageId()),
                                body));
    }

    static String frame(Mail mail) {
        return "<iframe sandbox=\"\" title=\"The mail\" src=\"/mails/%s/html\"></iframe>".formatted(mail.id());
    }

    static String text(String text) {
        return "<pre>" + escape(text) + "</pre>";
    }

    private static String row(Mail mail) {
        return "<tr><td>%s</td><td>%s</td><td><a href=\"/mails/%s\">%s</a></td></tr>"
                .formatted(mail.date(), escape(mail.to()), mail.id(), escape(mail.subject()));
    }

    private static String page(String title, String body) {
        return FRAME.formatted(escape(title), body);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
