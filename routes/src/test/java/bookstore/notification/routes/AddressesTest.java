package bookstore.notification.routes;

import static org.assertj.core.api.Assertions.assertThat;

import bookstore.edge.contract.Contract;
import bookstore.edge.contract.Rejection;
import bookstore.edge.contract.RequestCheck;
import bookstore.notification.Addressee;
import bookstore.shared.PermanentFailure;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.unit.DataSize;

/** Whoever the contract lets in can be written to. */
class AddressesTest {

    private static final String ORDER =
            """
            {"paymentMethodToken": "tok_visa", "shippingAddress":
             {"name": "A", "line1": "B", "city": "C", "postalCode": "D", "country": "DE"}}
            """;
    private static final String USER = """
            {"password": "correct horse", "name": "J"}
            """;

    private final RequestCheck check =
            new RequestCheck(Contract.read("openapi", context -> true), DataSize.ofKilobytes(64));
    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alice@example.org",
                "a@b.de",
                "Jane.Q.Public+books@mail.example.co.uk",
                "o'hara@example.ie",
                "!#$%&'*+-/=?^_`{|}~@example.org",
                "x@xn--bcher-kva.example",
                "1@2.de"
            })
    void an_address_that_can_be_written_to_is_let_in(String address) throws Exception {
        assertThat(orders(address)).isTrue();
        assertThat(registers(address)).isTrue();
        assertThat(isWrittenTo(address)).isTrue();
        assertThat(new InternetAddress(address, true).getAddress()).isEqualTo(address);
    }

    static Stream<String> odd() {
        return Stream.of(
                "",
                "@",
                "a@",
                "@x.de",
                "no-address",
                "a@b",
                "a b@x.de",
                "a,b@x.de",
                "a;b@x.de",
                "a:b@x.de",
                "x@[1.2.3.4]",
                "x@1.2.3.4",
                "x@x.de, y@y.de",
                "X <x@x.de>",
                "<x@x.de>",
                "x(y)@x.de",
                "\"x\"@x.de",
                "\"x y\"@x.de",
                "x\\y@x.de",
                ".x@x.de",
                "x.@x.de",
                "x..y@x.de",
                "x@.x.de",
                "x@x.de.",
                "x@x..de",
                "x@-x.de",
                "x@x-.de",
                "x@x_y.de",
                "x@y@z.de",
                "x@x.de\n",
                "x@x.de\r\nBcc: y@y.de",
                "x@x.de ",
                " x@x.de",
                "x\u00a0y@x.de",
                "\u00fc@x.de",
                "x@\u00fc.de",
                "a\uff0cb@x.de",
                "x\uff20y.de",
                "x\u0000@x.de",
                "x@x.de\u2028",
                "x".repeat(65) + "@x.de",
                "x@" + "y".repeat(64) + ".de",
                "x@" + "y.".repeat(130) + "de");
    }

    @ParameterizedTest
    @MethodSource("odd")
    void an_address_that_cannot_be_written_to_is_let_in_nowhere(String address) throws Exception {
        assertThat(isWrittenTo(address)).isFalse();
        assertThat(orders(address)).isFalse();
        assertThat(registers(address)).isFalse();
    }

    private boolean orders(String address) throws IOException {
        return isLetIn("/api/orders", ORDER, address);
    }

    private boolean registers(String address) throws IOException {
        return isLetIn("/api/users", USER, address);
    }

    private boolean isLetIn(String path, String body, String address) throws IOException {
        var whole = ((ObjectNode) json.readTree(body)).put("email", address);
        var request = new MockHttpServletRequest("POST", path);
        request.addHeader("Idempotency-Key", "key");
        request.setContentType("application/json");
        request.setContent(json.writeValueAsBytes(whole));
        try {
            check.check(request);
            return true;
        } catch (Rejection rejection) {
            assertThat(rejection.faults()).allMatch(fault -> fault.pointer().equals("#/email"));
            return false;
        }
    }

    private static boolean isWrittenTo(String address) {
        try {
            return new Addressee("order", "user", address, "").email().equals(address);
        } catch (PermanentFailure failure) {
            return false;
        }
    }
}
