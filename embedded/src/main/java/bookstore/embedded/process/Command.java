package bookstore.embedded.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.util.List;

/** Runs a program to its end. */
public final class Command {

    private Command() {}

    /**
     * Runs it in the file system's root, where everybody may be, and waits.
     *
     * @throws CannotStart with what the program said, if it cannot be run or fails
     */
    public static void run(List<String> command) {
        Ended ended = end(command);
        if (ended.exitCode() != 0) {
            throw new CannotStart("%s ended with %d: %s"
                    .formatted(command, ended.exitCode(), ended.output().strip().replaceAll("\\s*\\R\\s*", " / ")));
        }
    }

    /** Whether the program can be run and ends with 0. */
    public static boolean succeeds(List<String> command) {
        try {
            return end(command).exitCode() == 0;
        } catch (CannotStart e) {
            return false;
        }
    }

    private static Ended end(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(new File("/"))
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            return new Ended(process.waitFor(), output);
        } catch (IOException e) {
            throw new CannotStart("Cannot run %s: %s".formatted(command, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while running " + command, e);
        }
    }

    private record Ended(int exitCode, String output) {}
}
