package bookstore.catalog;

/** A book as it was and as it is now. */
record Change(Book before, Book after) {

    /** What a book becomes by a description; itself, if that says nothing new. */
    static Change by(Book described, Book known) {
        var same = described.inPlaceOf(known);
        return new Change(known, same.equals(known) ? known : same.withVersion(known.version() + 1));
    }

    static Change touching(Book book) {
        return new Change(book, book.withVersion(book.version() + 1));
    }

    boolean isReal() {
        return !after.equals(before);
    }
}
