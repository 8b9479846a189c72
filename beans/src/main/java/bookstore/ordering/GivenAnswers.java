package bookstore.ordering;

import java.time.Duration;
import java.util.Optional;

/** The answers to requests that carried a key. */
public interface GivenAnswers {

    /**
     * The answer that was given to this request.
     *
     * @throws bookstore.shared.Refusal if the key was used for another request
     */
    Optional<GivenAnswer> find(RequestKey key);

    /**
     * Takes a key for the caller's transaction; whoever comes with the same one waits for its end, up to two seconds.
     *
     * @return what was answered before; empty if the key is the caller's now
     * @throws bookstore.shared.Refusal if the key was used for another request, or the wait was in vain
     */
    Optional<GivenAnswer> claim(RequestKey key);

    /** Keeps the answer under a key that was claimed; a later one replaces it. */
    void keep(RequestKey key, GivenAnswer answer);

    /** Forgets answers of that age, and with them the keys. */
    void forget(Duration age);
}
