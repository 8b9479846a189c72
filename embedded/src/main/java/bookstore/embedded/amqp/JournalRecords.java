package bookstore.embedded.amqp;

import com.rabbitmq.client.Method;

/** What the journal remembers; written while the broker runs and told again, in the same order, when it starts. */
interface JournalRecords {

    /** A declaration, binding or deletion, as the client sent it. */
    void topology(Method method);

    void enqueued(String queue, Entry entry);

    void delivered(long id);

    void removed(long id);
}
