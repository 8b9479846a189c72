package bookstore.identity.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.UUID;

/** The embedded issuer's key, kept in a file so that tokens outlive a restart and several processes agree. */
final class SigningKey {

    private SigningKey() {}

    static RSAKey in(Path directory) {
        var file = directory.resolve("signing-key.json");
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            return RSAKey.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException e) {
            throw new IllegalStateException(file + " is no key; delete it to have a new one made", e);
        }
    }

    /** Written aside and moved, so that no other process reads half a key; whoever comes second keeps the first's. */
    private static void create(Path file) throws IOException {
        var directory = Files.createDirectories(file.getParent());
        var fresh = Files.createTempFile(
                directory,
                "key",
                ".json",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, generate().toJSONString());
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException another) {
            // made by another process a moment ago
        } finally {
            Files.delete(fresh);
        }
    }

    private static RSAKey generate() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("this JVM makes no RSA keys", e);
        }
    }
}
