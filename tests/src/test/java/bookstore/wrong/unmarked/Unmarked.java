package bookstore.wrong.unmarked;

record Unmarked() {}
