package bookstore.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.junit.jupiter.api.Test;

/** Each rule finds the Kamelet that was written to break it. */
class KameletRulesCanFailTest {

    @Test
    void a_message_that_is_acknowledged_before_it_is_handled() throws Exception {
        assertThat(KameletRules.hastyAcknowledgements(source("acknowledgeMode: NONE")))
                .containsExactly("acknowledges by NONE");
        assertThat(KameletRules.hastyAcknowledgements(source("asyncConsumer: true")))
                .containsExactly("acknowledges before it is done");
        assertThat(KameletRules.hastyAcknowledgements(
                        template("from: {uri: \"spring-rabbitmq:a?queues=b&asyncConsumer=true\"}")))
                .hasSize(1);
        assertThat(KameletRules.hastyAcknowledgements(source("acknowledgeMode: AUTO")))
                .isEmpty();
    }

    @Test
    void a_queue_that_camel_declares() throws Exception {
        assertThat(KameletRules.ownDeclarations(source("queues: b"))).containsExactly("declares by itself");
        assertThat(KameletRules.ownDeclarations(source("autoDeclare: true"))).hasSize(1);
        assertThat(KameletRules.ownDeclarations(source("autoDeclare: false"))).isEmpty();
    }

    @Test
    void a_consumer_that_sleeps_or_loses() throws Exception {
        assertThat(KameletRules.stubbornConsumers(source("queues: b"))).containsExactly("tries again by itself");
        assertThat(KameletRules.stubbornConsumers(source("maximumRetryAttempts: 3")))
                .hasSize(1);
        assertThat(KameletRules.stubbornConsumers(source("maximumRetryAttempts: 1, rejectAndDontRequeue: false")))
                .containsExactly("loses what has failed");
        assertThat(KameletRules.stubbornConsumers(source("retry: \"#bean:requeue\"")))
                .isEmpty();
    }

    @Test
    void a_publication_that_nobody_confirms() throws Exception {
        assertThat(KameletRules.unconfirmedSinks(sink("exchangePattern: InOnly")))
                .containsExactly("is not confirmed");
        assertThat(KameletRules.unconfirmedSinks(sink("exchangePattern: InOnly, confirm: enabled")))
                .hasSize(1);
        assertThat(KameletRules.unconfirmedSinks(sink("confirm: enabled, confirmTimeout: 1")))
                .containsExactly("publishes as its caller was called");
        assertThat(KameletRules.unconfirmedSinks(sink("exchangePattern: InOut")))
                .containsExactly("waits for ever");
        assertThat(KameletRules.unconfirmedSinks(
                        template("from: {uri: a, steps: [{doTry: {steps: [{to: \"spring-rabbitmq:b\"}]}}]}")))
                .hasSize(1);
    }

    private static JsonNode source(String options) throws JsonProcessingException {
        return template("from: {uri: \"spring-rabbitmq:a\", parameters: {" + options + "}}");
    }

    private static JsonNode sink(String options) throws JsonProcessingException {
        return template("from: {uri: a, steps: [{to: {uri: \"spring-rabbitmq:b\", parameters: {" + options + "}}}]}");
    }

    private static JsonNode template(String template) throws JsonProcessingException {
        return new YAMLMapper().readTree("spec: {template: {" + template + "}}");
    }
}
