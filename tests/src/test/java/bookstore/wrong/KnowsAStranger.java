package bookstore.wrong;

import bookstore.stranger.Stranger;

record KnowsAStranger(Stranger stranger) {}
