package bookstore.wrong.events;

import bookstore.stranger.Stranger;

public record BookPaidEvent(Stranger buyer) {}
