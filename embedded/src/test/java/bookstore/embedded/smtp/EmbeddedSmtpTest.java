package bookstore.embedded.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bookstore.embedded.process.CannotStart;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedSmtpTest {

    @TempDir
    private Path directory;

    @Test
    void a_mail_can_be_read_as_html_and_text_and_as_it_came() throws Exception {
        try (var smtp = EmbeddedSmtp.start(directory, 0, 0)) {
            send(smtp, "Order \u00fc1 confirmed", "Dear reader, \u00e4", "<p>Dear <b>reader</b></p>");

            assertThat(get(smtp, "").body()).contains("reader@example.org", "Order \u00fc1 confirmed");
            assertThat(get(smtp, "mails/00000001").body()).contains("<iframe sandbox=\"\"", "/mails/00000001/html");
            assertThat(get(smtp, "mails/00000001/html").body()).isEqualTo("<p>Dear <b>reader</b></p>");
            assertThat(get(smtp, "mails/00000001/text").body()).contains("<pre>Dear reader, \u00e4</pre>");
            assertThat(get(smtp, "mails/00000001/raw").body()).contains("Content-Type: multipart/alternative");
            assertThat(get(smtp, "mails/00000002").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void mails_survive_a_restart_and_are_listed_newest_first() throws Exception {
        try (var smtp = EmbeddedSmtp.start(directory, 0, 0)) {
            send(smtp, "First", "1", "1");
        }
        try (var smtp = EmbeddedSmtp.start(directory, 0, 0)) {
            send(smtp, "Second", "2", "2");

            assertThat(get(smtp, "mails.json").body())
                    .startsWith("[{")
                    .contains("\"subject\":\"First\"", "\"to\":\"reader@example.org\"", "\"messageId\":\"<")
                    .containsSubsequence("Second", "First");
        }
    }

    @Test
    void what_a_mail_says_stays_text() throws Exception {
        try (var smtp = EmbeddedSmtp.start(directory, 0, 0)) {
            send(smtp, "<script>alert(1)</script>", "<script>alert(2)</script>", "<script>alert(3)</script>");

            assertThat(get(smtp, "").body()).doesNotContain("<script");
            assertThat(get(smtp, "mails/00000001/text").body()).doesNotContain("<script");
            assertThat(get(smtp, "mails/00000001/html").headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy).startsWith("sandbox; default-src 'none'"));
        }
    }

    @Test
    void a_page_elsewhere_cannot_read_the_mails_by_another_name() throws Exception {
        try (var smtp = EmbeddedSmtp.start(directory, 0, 0);
                var socket = new Socket("127.0.0.1", URI.create(smtp.page()).getPort())) {
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: evil.example:80\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                            .readLine())
                    .startsWith("HTTP/1.1 404");
        }
    }

    @Test
    void a_taken_port_is_one_line() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> EmbeddedSmtp.start(directory, 0, taken.getLocalPort()))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageStartingWith("The embedded page of mails cannot listen on 127.0.0.1:");
        }
    }

    private static void send(EmbeddedSmtp smtp, String subject, String text, String html) throws Exception {
        var settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", String.valueOf(smtp.port()));
        var mail = new MimeMessage(Session.getInstance(settings));
        mail.setFrom(new InternetAddress("shop@example.org"));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress("reader@example.org"));
        mail.setSubject(subject, "UTF-8");
        var plain = new MimeBodyPart();
        plain.setText(text, "UTF-8");
        var rich = new MimeBodyPart();
        rich.setText(html, "UTF-8", "html");
        mail.setContent(new MimeMultipart("alternative", plain, rich));
        Transport.send(mail);
    }

    private static HttpResponse<String> get(EmbeddedSmtp smtp, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(smtp.page() + path)).build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
