package bookstore.edge;

import bookstore.edge.contract.Contract;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.spi.ResourceResolver;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.support.service.ServiceSupport;
import org.jspecify.annotations.Nullable;

/** Lets Camel read the merged contract, which is no file. */
final class ContractResource extends ServiceSupport implements ResourceResolver {

    private final Contract contract;
    private @Nullable CamelContext camel;

    ContractResource(Contract contract) {
        this.contract = contract;
    }

    @Override
    public String getSupportedScheme() {
        return "contract";
    }

    @Override
    public Resource resolve(String location) {
        return ResourceHelper.fromString(location, contract.skeleton());
    }

    @Override
    public @Nullable CamelContext getCamelContext() {
        return camel;
    }

    @Override
    public void setCamelContext(CamelContext camel) {
        this.camel = camel;
    }
}
