package bookstore.embedded.amqp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rabbitmq.client.AMQP.BasicProperties;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;

/** A random sequence of requests, the same for the same seed. No times to live and no quorum: those race. */
final class FuzzScript {

    private final FuzzWords words;
    private final FuzzTopology topology;

    FuzzScript(long seed) {
        this.words = new FuzzWords(new Random(seed), "fuzz." + seed + ".");
        this.topology = new FuzzTopology(words);
    }

    List<FuzzStep> steps(int count) {
        var steps = new ArrayList<FuzzStep>();
        for (int i = 0; i < 4; i++) {
            steps.add(topology.declareExchange());
            steps.add(topology.declareQueue());
            steps.add(topology.bind());
        }
        while (steps.size() < count) {
            steps.add(step("m" + steps.size()));
        }
        return steps;
    }

    private FuzzStep step(String body) {
        int dice = words.random().nextInt(100);
        if (dice < 40) {
            return publish(body);
        }
        if (dice < 60) {
            return get();
        }
        if (dice < 76) {
            return settle();
        }
        return dice < 80 ? new FuzzStep("reopen", FuzzTarget::reopen) : topology.change();
    }

    private FuzzStep get() {
        String queue = words.queue();
        boolean automatic = words.random().nextInt(3) == 0;
        return new FuzzStep("get " + queue + " " + automatic, target -> target.get(queue, automatic));
    }

    private FuzzStep settle() {
        int which = words.random().nextInt(1000);
        boolean multiple = words.random().nextInt(4) == 0;
        boolean requeue = words.random().nextBoolean();
        if (words.random().nextInt(3) == 0) {
            return new FuzzStep(
                    "ack " + which + multiple,
                    target -> target.settle(which, (channel, tag) -> channel.basicAck(tag, multiple), multiple));
        }
        return new FuzzStep(
                "nack " + which + multiple + requeue,
                target -> target.settle(which, (channel, tag) -> channel.basicNack(tag, multiple, requeue), multiple));
    }

    private FuzzStep publish(String body) {
        String exchange = words.random().nextInt(3) == 0 ? "" : words.exchange();
        String key = exchange.isEmpty() ? words.queue() : words.key();
        var headers = new HashMap<String, Object>();
        if (words.random().nextInt(5) == 0) {
            headers.put("CC", List.of(words.queue(), words.key()));
        }
        if (words.random().nextInt(8) == 0) {
            headers.put("BCC", List.of(words.queue()));
        }
        headers.put("h" + words.random().nextInt(2), words.random().nextInt(2));
        var properties = new BasicProperties.Builder()
                .headers(headers)
                .priority(words.random().nextInt(6))
                .build();
        return FuzzStep.ask(
                "publish " + exchange + " " + key + " " + headers,
                channel -> channel.basicPublish(exchange, key, true, properties, body.getBytes(UTF_8)));
    }
}
