package bookstore.shared;

/**
 * A command whose sender waits for the answer. The wait is short; a request that is older than that is worth nothing
 * and is dropped unanswered, so it must never be done late.
 */
public interface Request extends Command {}
