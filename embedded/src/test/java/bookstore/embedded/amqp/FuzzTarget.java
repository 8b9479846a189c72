package bookstore.embedded.amqp;

import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.GetResponse;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** One of the two brokers that run the same script. */
final class FuzzTarget implements AutoCloseable {

    private static final int LONGEST_CHAIN = 4;

    private final Client client;
    private final String prefix;
    private final List<Long> unsettled = new ArrayList<>();
    private final List<String> events = new CopyOnWriteArrayList<>();
    private Channel channel;

    FuzzTarget(String uri, long seed) throws IOException {
        client = new Client(uri);
        prefix = "fuzz." + seed + ".";
        clear();
        channel = open();
    }

    String ask(Request request) throws Exception {
        events.clear();
        try {
            request.on(channel);
            // a refusal of what has no answer arrives before that of the next request
            channel.basicQos(0);
            channel.waitForConfirms(5000);
        } catch (IOException e) {
            events.add(refused((ShutdownSignalException) e.getCause()));
        } catch (ShutdownSignalException e) {
            events.add(refused(e));
        }
        return String.join(", ", events);
    }

    String get(String queue, boolean automatic) throws Exception {
        GetResponse[] got = new GetResponse[1];
        String answer = ask(channel -> got[0] = channel.basicGet(queue, automatic));
        if (got[0] == null) {
            return answer;
        }
        if (!automatic) {
            unsettled.add(got[0].getEnvelope().getDeliveryTag());
        }
        return new String(got[0].getBody()) + " " + got[0].getEnvelope() + " of " + got[0].getMessageCount() + " "
                + plain(got[0].getProps().getHeaders());
    }

    String settle(int which, Settlement settlement, boolean multiple) throws Exception {
        if (unsettled.isEmpty()) {
            return "nothing";
        }
        int index = which % unsettled.size();
        long tag = unsettled.get(index);
        unsettled.subList(multiple ? 0 : index, index + 1).clear();
        return ask(channel -> settlement.on(channel, tag));
    }

    String reopen() throws Exception {
        channel.close();
        unsettled.clear();
        channel = open();
        return "reopened";
    }

    /** Asks every queue as often as a message can move on, so that what the step caused has happened. */
    String counts() throws IOException {
        var counts = new ArrayList<String>();
        for (int round = 0; round < LONGEST_CHAIN; round++) {
            counts.clear();
            for (int i = 0; i < 4; i++) {
                counts.add(count(prefix + "queue" + i));
            }
        }
        return counts.toString();
    }

    @Override
    public void close() throws IOException {
        clear();
        client.close();
    }

    private Channel open() throws IOException {
        Channel fresh = client.connection.createChannel();
        fresh.confirmSelect();
        // what waitForConfirms returns can miss a refusal that arrives while it is called
        fresh.addConfirmListener((tag, multiple) -> {}, (tag, multiple) -> events.add("refused"));
        fresh.addReturnListener(returned -> events.add("returned " + new String(returned.getBody())));
        return fresh;
    }

    private String refused(ShutdownSignalException signal) throws IOException {
        unsettled.clear();
        channel = open();
        String reason = Request.reason(signal);
        return reason.substring(0, Math.min(reason.length(), 30));
    }

    private String count(String queue) throws IOException {
        try (Channel asking = client.connection.createChannel()) {
            return String.valueOf(asking.messageCount(queue));
        } catch (IOException | AlreadyClosedException e) {
            return "none";
        } catch (java.util.concurrent.TimeoutException e) {
            throw new IOException(e);
        }
    }

    private void clear() throws IOException {
        for (int i = 0; i < 4; i++) {
            client.channel.queueDelete(prefix + "queue" + i);
            client.channel.exchangeDelete(prefix + "exchange" + i);
        }
    }

    /** Without the times of death, which may differ by a second. */
    private static String plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            var sorted = new TreeMap<String, String>();
            map.forEach((name, inner) -> sorted.put(String.valueOf(name), name.equals("time") ? "" : plain(inner)));
            return sorted.toString();
        }
        return value instanceof List<?> list
                ? list.stream().map(FuzzTarget::plain).toList().toString()
                : String.valueOf(value);
    }

    interface Settlement {
        void on(Channel channel, long tag) throws IOException;
    }
}
