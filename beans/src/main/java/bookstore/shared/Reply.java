package bookstore.shared;

/** What a command that asks something is answered with; it goes back to who asked, and to nobody else. */
public interface Reply {}
