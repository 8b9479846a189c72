package bookstore.embedded.amqp;

import java.util.Locale;
import java.util.Map;

/** How an exchange compares a message with a binding. */
enum ExchangeType {
    DIRECT {
        @Override
        boolean matches(Binding binding, String key, Map<String, Object> headers) {
            return binding.key().equals(key);
        }
    },
    FANOUT {
        @Override
        boolean matches(Binding binding, String key, Map<String, Object> headers) {
            return true;
        }
    },
    TOPIC {
        @Override
        boolean matches(Binding binding, String key, Map<String, Object> headers) {
            return TopicPattern.matches(binding.key(), key);
        }
    },
    HEADERS {
        @Override
        boolean matches(Binding binding, String key, Map<String, Object> headers) {
            return HeaderMatch.matches(binding.arguments(), headers);
        }
    };

    abstract boolean matches(Binding binding, String key, Map<String, Object> headers);

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ExchangeType of(String wireName) {
        for (ExchangeType type : values()) {
            if (type.wireName().equals(wireName)) {
                return type;
            }
        }
        throw Reply.COMMAND_INVALID.because("unknown exchange type '" + wireName + "'");
    }
}
