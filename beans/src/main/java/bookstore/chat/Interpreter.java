package bookstore.chat;

import bookstore.chat.IntentClassifier.Example;
import bookstore.shared.EmbeddingUnavailable;
import bookstore.shared.Embeddings;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Understands what a shopper writes without a language model. What is dangerous, and what is plain, is told by rules;
 * the rest by a classifier, and where that is not sure it is {@link Intent#UNKNOWN}.
 */
public final class Interpreter {

    private static final Logger LOG = LoggerFactory.getLogger(Interpreter.class);
    private static final double SURE = 0.5;

    /** Attempts to make the assistant something else, and requests that no bookseller fulfils. */
    private static final Pattern UNSAFE = Pattern.compile("(?i)\\b(ignore|disregard|forget)\\b.{0,30}"
            + "\\b(instructions?|rules|prompt)\\b|system prompt|\\bjailbreak|you are now\\b|drop table|"
            + "(other|another) (customer|user)'?s?\\b.{0,20}\\b(order|address|e-?mail|password)|"
            + "\\b(orders?|address|e-?mail|password)\\b.{0,30}\\b(other|another) (customer|user)|"
            + "\\b(build|make) (a|an|me a) (bomb|explosive)|\\bkill (myself|him|her|someone)\\b");

    private final EntityReader entities;
    private final Embeddings embeddings;
    private @Nullable IntentClassifier classifier;

    public Interpreter(Embeddings embeddings, Gazetteer gazetteer) {
        this.embeddings = embeddings;
        this.entities = new EntityReader(gazetteer);
    }

    /**
     * Learns the intents, which takes some seconds; done once. The first message would have to wait for it otherwise.
     *
     * @throws EmbeddingUnavailable if the model is not there yet; to be tried again
     */
    public synchronized void learn() {
        if (classifier == null) {
            classifier = new IntentClassifier(embeddings, examples());
        }
    }

    private synchronized IntentClassifier classifier() {
        learn();
        return Objects.requireNonNull(classifier);
    }

    private static List<Example> examples() {
        return Lines.of("intents.tsv").stream()
                .map(line -> line.split("\t"))
                .map(columns -> new Example(Intent.of(columns[0]), columns[1]))
                .toList();
    }

    public Understanding interpret(String message) {
        return interpret(message, Optional.empty());
    }

    /** @param before what the last question was about, which this one may go on about without naming it */
    public Understanding interpret(String message, Optional<Subject> before) {
        var named = entities.read(message);
        var plain = plainIntent(message, named);
        var wanted = plain.isPresent()
                ? Optional.<Subject>empty()
                : before.flatMap(subject -> FollowUp.of(message, named).map(more -> more.about(subject)));
        if (wanted.isPresent()) {
            return new Understanding(Intent.SEARCH, named.priced(wanted.get().maxPrice()), wanted.get());
        }
        var intent = plain.orElseGet(() -> guess(message, named));
        return new Understanding(intent, named, intent.isAboutBooks() ? Subject.of(message, named) : null);
    }

    private static Optional<Intent> plainIntent(String message, Entities named) {
        if (UNSAFE.matcher(message).find()) {
            return Optional.of(Intent.UNSAFE);
        }
        if (named.order() != null) {
            return Optional.of(Intent.ORDER_STATUS);
        }
        return named.isbn() == null ? Optional.empty() : Optional.of(Intent.SEARCH);
    }

    private Intent guess(String message, Entities named) {
        try {
            var guess = classifier().guess(message);
            return guess.probability() >= SURE ? guess.intent() : fallback(named);
        } catch (EmbeddingUnavailable e) {
            LOG.warn("Message read without the model cause={}", e.getMessage());
            return fallback(named);
        }
    }

    private static Intent fallback(Entities named) {
        return named.namesABook() ? Intent.SEARCH : Intent.UNKNOWN;
    }
}
