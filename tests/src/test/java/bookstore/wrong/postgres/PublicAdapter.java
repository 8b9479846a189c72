package bookstore.wrong.postgres;

public record PublicAdapter(String table) {}
