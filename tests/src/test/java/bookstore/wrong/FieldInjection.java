package bookstore.wrong;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

class FieldInjection {

    @Autowired
    @Nullable
    String injected;
}
