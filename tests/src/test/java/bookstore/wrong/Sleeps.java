package bookstore.wrong;

class Sleeps {

    void sleep() throws InterruptedException {
        Thread.sleep(1);
    }
}
