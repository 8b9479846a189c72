package bookstore.saga;

/**
 * A saga that a worker has taken on.
 *
 * @param fence what the worker must still find when it writes
 * @param wakes how often the saga had been woken by then
 */
record Claim(String id, String name, SagaStatus status, long fence, int wakes) {

    Direction direction() {
        return Direction.of(status);
    }

    /**
     * The step whose turn it is.
     *
     * @param attempts that have failed so far
     */
    record Step(int seq, String uri, int attempts) {}
}
