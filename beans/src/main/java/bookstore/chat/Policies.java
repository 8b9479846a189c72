package bookstore.chat;

import bookstore.shared.EmbeddingUnavailable;
import bookstore.shared.Embeddings;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the shop says about delivery, returns, payment and the like; the paragraph that answers a question. */
public final class Policies {

    /** Below this cosine a paragraph is about something else. */
    private static final double SIMILAR = 0.62;

    private record Paragraph(String text, float[] vector) {}

    private final Embeddings embeddings;
    private @Nullable List<Paragraph> paragraphs;

    public Policies(Embeddings embeddings) {
        this.embeddings = embeddings;
    }

    private synchronized List<Paragraph> paragraphs() {
        if (paragraphs == null) {
            paragraphs = Lines.of("policies.txt").stream()
                    .map(text -> new Paragraph(text, embeddings.ofPassage(text)))
                    .toList();
        }
        return paragraphs;
    }

    /** The paragraph nearest to a question; empty where none is near, or where the model is away. */
    public Optional<String> about(String question) {
        try {
            var asked = embeddings.ofPassage(question);
            Paragraph nearest = paragraphs().get(0);
            for (var paragraph : paragraphs()) {
                nearest = cosine(asked, paragraph.vector()) > cosine(asked, nearest.vector()) ? paragraph : nearest;
            }
            return cosine(asked, nearest.vector()) >= SIMILAR ? Optional.of(nearest.text()) : Optional.empty();
        } catch (EmbeddingUnavailable e) {
            return Optional.empty();
        }
    }

    private static double cosine(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
