package bookstore.embedded.qdrant;

/** The same searches against a real Qdrant, for who runs one and names it: {@code -Dtest=RandomQueriesRealServerIT}. */
class RandomQueriesRealServerIT extends RandomQueriesTest {

    @Override
    String server() {
        return Qdrants.real()
                .orElseThrow(() -> new AssertionError("Set QDRANT_URL, as in localhost:6334; there is nothing to ask"));
    }
}
