package bookstore.catalog.qdrant;

import com.google.protobuf.Message;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.List;

/** What goes over the wire to Qdrant, and what comes back. */
final class Calls implements ClientInterceptor {

    private final List<String> methods = new ArrayList<>();
    private final List<Message> requests = new ArrayList<>();
    private final List<Message> answers = new ArrayList<>();
    private Status last = Status.UNKNOWN;

    /** Forgets, and so tells of the calls that follow. */
    synchronized void begin() {
        methods.clear();
        requests.clear();
        answers.clear();
    }

    /** The methods in the order in which they were called, without their package. */
    synchronized List<String> methods() {
        return List.copyOf(methods);
    }

    synchronized <T extends Message> T request(int call, Class<T> type) {
        return type.cast(requests.get(call));
    }

    synchronized <T extends Message> T answer(int call, Class<T> type) {
        return type.cast(answers.get(call));
    }

    /** How the last call ended: code and description. */
    synchronized String end() {
        return last.getCode() + " " + last.getDescription();
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        return new SimpleForwardingClientCall<>(next.newCall(method, options)) {

            @Override
            public void start(Listener<A> listener, Metadata headers) {
                super.start(new Answers<>(listener), headers);
            }

            @Override
            public void sendMessage(Q message) {
                synchronized (Calls.this) {
                    methods.add(method.getFullMethodName().replace("qdrant.", ""));
                    requests.add((Message) message);
                }
                super.sendMessage(message);
            }
        };
    }

    private final class Answers<A> extends SimpleForwardingClientCallListener<A> {

        Answers(ClientCall.Listener<A> listener) {
            super(listener);
        }

        @Override
        public void onMessage(A message) {
            synchronized (Calls.this) {
                answers.add((Message) message);
            }
            super.onMessage(message);
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            synchronized (Calls.this) {
                last = status;
            }
            super.onClose(status, trailers);
        }
    }
}
