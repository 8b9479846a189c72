package bookstore.embedded.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** The mails as files, the way they came, and a list of the newest. */
final class Mailbox {

    private static final int LISTED = 1000;
    private static final String ENDING = ".eml";

    private final Path directory;
    private final Session session = Session.getInstance(new Properties());
    private final Deque<Mail> newest = new ArrayDeque<>();
    private int last;

    Mailbox(Path directory) {
        this.directory = directory;
        try {
            Files.createDirectories(directory);
            try (Stream<Path> files = Files.list(directory)) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(ENDING))
                        .sorted()
                        .forEach(name -> remember(name.substring(0, name.length() - ENDING.length())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use the directory " + directory, e);
        }
    }

    synchronized void add(MimeMessage mail) throws MessagingException {
        var id = "%08d".formatted(last + 1);
        try {
            var half = directory.resolve(id + ".half");
            try (var out = Files.newOutputStream(half)) {
                mail.writeTo(out);
            }
            Files.move(half, file(id));
        } catch (IOException e) {
            throw new MessagingException("Cannot keep the mail", e);
        }
        remember(id);
    }

    /** The newest first. */
    synchronized List<Mail> newest() {
        return List.copyOf(newest);
    }

    /** One of the newest. */
    synchronized Optional<Mail> find(String id) {
        return newest.stream().filter(mail -> mail.id().equals(id)).findFirst();
    }

    /** The mail as it came. */
    byte[] raw(Mail mail) throws IOException {
        return Files.readAllBytes(file(mail.id()));
    }

    MimeMessage read(Mail mail) throws IOException, MessagingException {
        return read(mail.id());
    }

    private void remember(String id) {
        try {
            newest.addFirst(Mail.of(id, read(id)));
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException("Cannot read the mail " + file(id), e);
        }
        last = Integer.parseInt(id);
        if (newest.size() > LISTED) {
            newest.removeLast();
        }
    }

    private MimeMessage read(String id) throws IOException, MessagingException {
        try (var in = Files.newInputStream(file(id))) {
            return new MimeMessage(session, in);
        }
    }

    private Path file(String id) {
        return directory.resolve(id + ENDING);
    }
}
