package bookstore.embedded.amqp;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Random declarations, bindings and deletions. */
final class FuzzTopology {

    private static final List<String> TYPES = List.of("direct", "topic", "fanout", "headers");

    private final FuzzWords words;

    FuzzTopology(FuzzWords words) {
        this.words = words;
    }

    FuzzStep change() {
        int dice = words.random().nextInt(20);
        if (dice < 6) {
            return bind();
        }
        if (dice < 8) {
            return unbind();
        }
        if (dice < 12) {
            return declareQueue();
        }
        return dice < 15 ? declareExchange() : remove();
    }

    private FuzzStep remove() {
        String queue = words.queue();
        String exchange = words.exchange();
        boolean careful = words.random().nextBoolean();
        return switch (words.random().nextInt(4)) {
            case 0 -> FuzzStep.ask("delete queue " + queue, channel -> channel.queueDelete(queue, false, careful));
            case 1 -> FuzzStep.ask("delete exchange " + exchange, channel -> channel.exchangeDelete(exchange, careful));
            case 2 -> FuzzStep.ask("purge " + queue, channel -> channel.queuePurge(queue));
            default -> FuzzStep.ask("recover", channel -> channel.basicRecover(true));
        };
    }

    FuzzStep declareExchange() {
        String name = words.exchange();
        String type = words.pick(TYPES);
        Map<String, Object> arguments =
                words.random().nextInt(3) == 0 ? Map.of("alternate-exchange", words.exchange()) : Map.of();
        boolean autoDelete = words.random().nextInt(6) == 0;
        return FuzzStep.ask(
                "declare exchange " + name + " " + type + arguments,
                channel -> channel.exchangeDeclare(name, type, false, autoDelete, arguments));
    }

    FuzzStep declareQueue() {
        String name = words.queue();
        var arguments = new HashMap<String, Object>();
        if (words.random().nextBoolean()) {
            arguments.put("x-max-length", words.random().nextInt(5));
            arguments.put("x-overflow", words.random().nextInt(3) == 0 ? "reject-publish" : "drop-head");
        }
        if (words.random().nextBoolean()) {
            arguments.put("x-dead-letter-exchange", words.random().nextBoolean() ? "" : words.exchange());
            if (words.random().nextInt(3) > 0) {
                arguments.put("x-dead-letter-routing-key", words.random().nextBoolean() ? words.queue() : words.key());
            }
        }
        if (words.random().nextInt(5) == 0) {
            arguments.put("x-max-priority", 3);
        }
        return FuzzStep.ask(
                "declare queue " + name + " " + arguments,
                channel -> channel.queueDeclare(name, true, false, false, arguments));
    }

    FuzzStep bind() {
        String source = words.exchange();
        String target = words.random().nextInt(4) == 0 ? words.exchange() : words.queue();
        String key = words.pattern();
        Map<String, Object> match = Map.of(
                "x-match",
                words.random().nextBoolean() ? "all" : "any",
                "h0",
                words.random().nextInt(2));
        return FuzzStep.ask("bind " + target + " to " + source + " " + key + match, channel -> {
            if (target.contains("queue")) {
                channel.queueBind(target, source, key, match);
            } else {
                channel.exchangeBind(target, source, key, match);
            }
        });
    }

    private FuzzStep unbind() {
        String source = words.exchange();
        String queue = words.queue();
        String key = words.pattern();
        return FuzzStep.ask(
                "unbind " + queue,
                channel -> channel.queueUnbind(queue, source, key, Map.of("x-match", "all", "h0", 1)));
    }
}
