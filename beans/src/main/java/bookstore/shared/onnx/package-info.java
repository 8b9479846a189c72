/**
 * A small language model that runs inside the process and turns text into vectors; it needs no server and no network.
 */
@NullMarked
package bookstore.shared.onnx;

import org.jspecify.annotations.NullMarked;
