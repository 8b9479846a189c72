package bookstore.wrong;

class WrongHelper {}
