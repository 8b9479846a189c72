package bookstore.embedded.amqp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rabbitmq.client.AMQP.BasicProperties;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A random sequence of requests, the same for the same seed. No times to live and no quorum: those race. */
final class FuzzScript {

    private static final List<String> TYPES = List.of("direct", "topic", "fanout", "headers");
    private static final List<String> KEYS = List.of("", "a", "b", "a.b", "b.c", "a.b.c", "..", "a.");
    private static final List<String> PATTERNS = List.of("", "a", "a.*", "#", "*.b", "a.#", "#.c", "*", "a.b", "b");

    private final Random random;
    private final String prefix;

    FuzzScript(long seed) {
        this.random = new Random(seed);
        this.prefix = "fuzz." + seed + ".";
    }

    List<Step> steps(int count) {
        var steps = new ArrayList<Step>();
        for (int i = 0; i < 4; i++) {
            steps.add(declareExchange());
            steps.add(declareQueue());
            steps.add(bind());
        }
        while (steps.size() < count) {
            steps.add(step("m" + steps.size()));
        }
        return steps;
    }

    private Step step(String body) {
        int dice = random.nextInt(100);
        if (dice < 40) {
            return publish(body);
        }
        if (dice < 60) {
            String queue = queue();
            boolean automatic = random.nextInt(3) == 0;
            return new Step("get " + queue + " " + automatic, target -> target.get(queue, automatic));
        }
        if (dice < 76) {
            return settle();
        }
        if (dice < 82) {
            return bind();
        }
        if (dice < 84) {
            return unbind();
        }
        if (dice < 88) {
            return new Step("reopen", FuzzTarget::reopen);
        }
        if (dice < 92) {
            return declareQueue();
        }
        return dice < 95 ? declareExchange() : remove();
    }

    private Step remove() {
        String queue = queue();
        String exchange = exchange();
        boolean careful = random.nextBoolean();
        return switch (random.nextInt(4)) {
            case 0 -> ask("delete queue " + queue, channel -> channel.queueDelete(queue, false, careful));
            case 1 -> ask("delete exchange " + exchange, channel -> channel.exchangeDelete(exchange, careful));
            case 2 -> ask("purge " + queue, channel -> channel.queuePurge(queue));
            default -> ask("recover", channel -> channel.basicRecover(true));
        };
    }

    private Step settle() {
        int which = random.nextInt(1000);
        boolean multiple = random.nextInt(4) == 0;
        boolean requeue = random.nextBoolean();
        if (random.nextInt(3) == 0) {
            return new Step(
                    "ack " + which + multiple,
                    target -> target.settle(which, (channel, tag) -> channel.basicAck(tag, multiple), multiple));
        }
        return new Step(
                "nack " + which + multiple + requeue,
                target -> target.settle(which, (channel, tag) -> channel.basicNack(tag, multiple, requeue), multiple));
    }

    private Step publish(String body) {
        String exchange = random.nextInt(3) == 0 ? "" : exchange();
        String key = exchange.isEmpty() ? queue() : pick(KEYS);
        var headers = new HashMap<String, Object>();
        if (random.nextInt(5) == 0) {
            headers.put("CC", List.of(queue(), pick(KEYS)));
        }
        if (random.nextInt(8) == 0) {
            headers.put("BCC", List.of(queue()));
        }
        headers.put("h" + random.nextInt(2), random.nextInt(2));
        var properties = new BasicProperties.Builder()
                .headers(headers)
                .priority(random.nextInt(6))
                .build();
        return ask(
                "publish " + exchange + " " + key + " " + headers,
                channel -> channel.basicPublish(exchange, key, true, properties, body.getBytes(UTF_8)));
    }

    private Step declareExchange() {
        String name = exchange();
        String type = pick(TYPES);
        Map<String, Object> arguments = random.nextInt(3) == 0 ? Map.of("alternate-exchange", exchange()) : Map.of();
        boolean autoDelete = random.nextInt(6) == 0;
        return ask(
                "declare exchange " + name + " " + type + arguments,
                channel -> channel.exchangeDeclare(name, type, false, autoDelete, arguments));
    }

    private Step declareQueue() {
        String name = queue();
        var arguments = new HashMap<String, Object>();
        if (random.nextBoolean()) {
            arguments.put("x-max-length", random.nextInt(5));
            arguments.put("x-overflow", random.nextInt(3) == 0 ? "reject-publish" : "drop-head");
        }
        if (random.nextBoolean()) {
            arguments.put("x-dead-letter-exchange", random.nextBoolean() ? "" : exchange());
            if (random.nextInt(3) > 0) {
                arguments.put("x-dead-letter-routing-key", random.nextBoolean() ? queue() : pick(KEYS));
            }
        }
        if (random.nextInt(5) == 0) {
            arguments.put("x-max-priority", 3);
        }
        return ask(
                "declare queue " + name + " " + arguments,
                channel -> channel.queueDeclare(name, true, false, false, arguments));
    }

    private Step bind() {
        String source = exchange();
        String target = random.nextInt(4) == 0 ? exchange() : queue();
        String key = pick(PATTERNS);
        Map<String, Object> match = Map.of("x-match", random.nextBoolean() ? "all" : "any", "h0", random.nextInt(2));
        return ask("bind " + target + " to " + source + " " + key + match, channel -> {
            if (target.contains("queue")) {
                channel.queueBind(target, source, key, match);
            } else {
                channel.exchangeBind(target, source, key, match);
            }
        });
    }

    private Step unbind() {
        String source = exchange();
        String queue = queue();
        String key = pick(PATTERNS);
        return ask(
                "unbind " + queue,
                channel -> channel.queueUnbind(queue, source, key, Map.of("x-match", "all", "h0", 1)));
    }

    private static Step ask(String what, Client.Request request) {
        return new Step(what, target -> target.ask(request));
    }

    private String queue() {
        return prefix + "queue" + random.nextInt(4);
    }

    private String exchange() {
        return prefix + "exchange" + random.nextInt(4);
    }

    private String pick(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    /** One request; what comes of it is a text that can be compared. */
    record Step(String what, Action action) {}

    interface Action {
        String on(FuzzTarget target) throws Exception;
    }
}
