package bookstore.chat;

import org.jspecify.annotations.Nullable;

/**
 * What the assistant made of a message.
 *
 * @param subject what is looked for, where it is about books
 */
public record Understanding(Intent intent, Entities entities, @Nullable Subject subject) {}
