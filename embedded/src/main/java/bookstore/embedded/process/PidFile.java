package bookstore.embedded.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The file in which a server notes its process, and so how one is found whose starter was killed. */
public final class PidFile {

    private final Path file;
    private final String program;

    /** @param program beginning of the executable's name; another program that got the same number is left alone */
    public PidFile(Path file, String program) {
        this.file = file;
        this.program = program;
    }

    /** The server, if it runs. */
    public Optional<ProcessHandle> running() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            String pid = Files.readString(file).lines().findFirst().orElse("").strip();
            return pid.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(pid)).filter(this::isProgram);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the server, if it runs. */
    public void end() {
        running().ifPresent(PidFile::end);
    }

    private boolean isProgram(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString().startsWith(program))
                .orElse(false);
    }

    /** Asks a process to end and waits for it; after ten seconds it is killed. */
    public static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(10, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
