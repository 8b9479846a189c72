package bookstore.operations;

import org.apache.camel.CamelContext;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.management.mbean.ManagedRuntimeEndpointRegistry;
import org.apache.camel.spring.boot.CamelContextConfiguration;

/**
 * Shows the console which endpoints are used by whom. Camel 4.17 does not by itself: its registry says of itself that it
 * is not to be managed.
 */
final class ConsoleView implements CamelContextConfiguration {

    @Override
    public void beforeApplicationStart(CamelContext camel) {}

    @Override
    public void afterApplicationStart(CamelContext camel) {
        var registry = camel.getRuntimeEndpointRegistry();
        if (registry == null) {
            return;
        }
        var managed = new ManagedRuntimeEndpointRegistry(camel, registry);
        managed.init(camel.getManagementStrategy());
        try {
            camel.getManagementStrategy().manageObject(managed);
        } catch (Exception e) {
            throw RuntimeCamelException.wrapRuntimeCamelException(e);
        }
    }
}
