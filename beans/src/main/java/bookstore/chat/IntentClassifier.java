package bookstore.chat;

import bookstore.shared.Embeddings;
import java.util.List;
import java.util.Random;

/**
 * Tells intents apart by multinomial logistic regression over the meaning of a sentence. Learns from a few hundred
 * sentences when it is made, which takes a second; the same sentences always give the same answers.
 */
final class IntentClassifier {

    /** A sentence and what it wants. */
    record Example(Intent intent, String sentence) {}

    /**
     * What a sentence probably wants.
     *
     * @param probability 0 to 1
     */
    record Guess(Intent intent, double probability) {}

    private static final int ROUNDS = 60;
    private static final double RATE = 2.0;
    private static final double DECAY = 1e-4;

    private final Embeddings embeddings;
    private final double[][] weights;

    IntentClassifier(Embeddings embeddings, List<Example> examples) {
        this.embeddings = embeddings;
        this.weights = new double[Intent.values().length][embeddings.dimensions() + 1];
        var vectors = examples.stream()
                .map(example -> embeddings.ofPassage(example.sentence()))
                .toList();
        var random = new Random(1);
        for (int round = 0; round < ROUNDS * examples.size(); round++) {
            int pick = random.nextInt(examples.size());
            learn(vectors.get(pick), examples.get(pick).intent(), RATE / (1 + round / (10.0 * examples.size())));
        }
    }

    Guess guess(String sentence) {
        var probabilities = probabilities(embeddings.ofPassage(sentence));
        int best = 0;
        for (int i = 1; i < probabilities.length; i++) {
            best = probabilities[i] > probabilities[best] ? i : best;
        }
        return new Guess(Intent.values()[best], probabilities[best]);
    }

    private void learn(float[] vector, Intent intent, double rate) {
        var probabilities = probabilities(vector);
        for (int label = 0; label < weights.length; label++) {
            var error = (label == intent.ordinal() ? 1 : 0) - probabilities[label];
            var row = weights[label];
            for (int i = 0; i < vector.length; i++) {
                row[i] += rate * (error * vector[i] - DECAY * row[i]);
            }
            row[vector.length] += rate * error * 0.1;
        }
    }

    private double[] probabilities(float[] vector) {
        var scores = new double[weights.length];
        double sum = 0;
        for (int label = 0; label < weights.length; label++) {
            scores[label] = Math.exp(score(weights[label], vector));
            sum += scores[label];
        }
        for (int label = 0; label < scores.length; label++) {
            scores[label] /= sum;
        }
        return scores;
    }

    private static double score(double[] row, float[] vector) {
        double score = row[vector.length];
        for (int i = 0; i < vector.length; i++) {
            score += row[i] * vector[i];
        }
        return score;
    }
}
