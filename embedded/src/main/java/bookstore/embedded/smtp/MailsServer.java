package bookstore.embedded.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import bookstore.embedded.process.CannotStart;
import bookstore.embedded.process.Loopback;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.boot.json.JsonWriter;

/** Serves the page of mails: to read only, without scripts, and to this machine only. */
final class MailsServer implements AutoCloseable {

    private static final Pattern MAIL = Pattern.compile("/mails/(\\d+)(/html|/text|/raw|)");
    private static final Pattern THIS_MACHINE = Pattern.compile("(localhost|127\\.0\\.0\\.1):\\d+");
    private static final JsonWriter<List<Map<String, Object>>> JSON = JsonWriter.standard();

    private final HttpServer server;
    private final Mailbox mailbox;

    private MailsServer(HttpServer server, Mailbox mailbox) {
        this.server = server;
        this.mailbox = mailbox;
    }

    static MailsServer start(int port, Mailbox mailbox) {
        try {
            var server = HttpServer.create(new InetSocketAddress(Loopback.HOST, port), 0);
            var mails = new MailsServer(server, mailbox);
            server.createContext("/", mails::serve);
            server.start();
            return mails;
        } catch (IOException e) {
            throw new CannotStart("The embedded page of mails does not start: " + e.getMessage(), e);
        }
    }

    String url() {
        return "http://localhost:%d/".formatted(server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var answer = isMeant(exchange) ? answer(exchange.getRequestURI().getPath()) : Answer.NOT_FOUND;
            answer.send(exchange);
        } catch (MessagingException e) {
            throw new IOException(e);
        }
    }

    /** Another name for this machine is a page elsewhere that wants to read the mails. */
    private static boolean isMeant(HttpExchange exchange) {
        var host = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host"))
                .orElse("");
        return exchange.getRequestMethod().equals("GET")
                && THIS_MACHINE.matcher(host).matches();
    }

    private Answer answer(String path) throws IOException, MessagingException {
        if (path.equals("/")) {
            return Answer.page(MailPage.list(mailbox.newest()));
        }
        if (path.equals("/mails.json")) {
            return Answer.json(JSON.writeToString(
                    mailbox.newest().stream().map(Mail::fields).toList()));
        }
        var matcher = MAIL.matcher(path);
        var mail = matcher.matches() ? mailbox.find(matcher.group(1)) : Optional.<Mail>empty();
        return mail.isPresent() ? answer(mail.get(), matcher.group(2)) : Answer.NOT_FOUND;
    }

    private Answer answer(Mail mail, String view) throws IOException, MessagingException {
        if (view.equals("/raw")) {
            return Answer.text(new String(mailbox.raw(mail), UTF_8));
        }
        var message = mailbox.read(mail);
        var html = Bodies.find(message, "text/html");
        if (view.equals("/html")) {
            return html.map(Answer::framed).orElse(Answer.NOT_FOUND);
        }
        var text = MailPage.text(Bodies.find(message, "text/plain").orElse(""));
        return Answer.page(MailPage.mail(mail, view.isEmpty() && html.isPresent() ? MailPage.frame(mail) : text));
    }
}
