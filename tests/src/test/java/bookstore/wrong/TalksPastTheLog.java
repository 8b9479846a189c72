package bookstore.wrong;

class TalksPastTheLog {

    void talk() {
        System.out.println("wrong");
    }
}
