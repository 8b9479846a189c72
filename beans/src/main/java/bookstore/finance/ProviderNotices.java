package bookstore.finance;

/** What the provider has told by itself. */
public interface ProviderNotices {

    /**
     * Does what follows from a notice, once, however often it is told.
     *
     * @return false if it was told before
     */
    boolean take(ProviderNotice notice);
}
