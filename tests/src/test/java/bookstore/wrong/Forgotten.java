package bookstore.wrong;

import org.junit.jupiter.api.Test;

public class Forgotten {

    @Test
    public void testOne() {}
}
