package bookstore.edge;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** JSON that was written before and is to be told as it is. */
record WrittenJson(@JsonValue @JsonRawValue String text) {}
