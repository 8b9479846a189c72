package bookstore.wrong;

import bookstore.wrong.postgres.PublicAdapter;

record KnowsItsAdapter(PublicAdapter adapter) {}
