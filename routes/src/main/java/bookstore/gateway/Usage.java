package bookstore.gateway;

/** Counts what somebody asks in a window of time. */
@FunctionalInterface
interface Usage {

    /**
     * Counts one request more.
     *
     * @param key who, and in which window
     * @param windowMillis after which the key may be forgotten
     * @return how many there are with this one
     */
    long add(String key, long windowMillis);
}
