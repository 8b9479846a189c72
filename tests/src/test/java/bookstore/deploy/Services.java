package bookstore.deploy;

import bookstore.OnService;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.stream.Collectors;

/** The services that there are. */
final class Services {

    private static final Set<String> NAMES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("bookstore").stream()
                    .filter(type -> type.isAnnotatedWith(OnService.class))
                    .map(type -> type.getAnnotationOfType(OnService.class).value())
                    .collect(Collectors.toUnmodifiableSet());

    private Services() {}

    static Set<String> names() {
        return NAMES;
    }
}
