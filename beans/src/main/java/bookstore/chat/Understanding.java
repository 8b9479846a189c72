package bookstore.chat;

/** What the assistant made of a message. */
public record Understanding(Intent intent, Entities entities) {}
