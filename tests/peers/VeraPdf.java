import java.io.File;
import java.util.*;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.*;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.*;

/** Holds PDF files to a flavour of veraPDF: FLAVOUR FILE...; says which rules a file breaks, and ends with 1 when one does. */
public class VeraPdf {
    public static void main(String[] args) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        boolean good = true;
        for (int i = 1; i < args.length; i++) {
            PDFAFlavour flavour = PDFAFlavour.fromString(args[0]);
            try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(args[i]), flavour)) {
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false);
                ValidationResult result = validator.validate(parser);
                Map<String, Integer> broken = new TreeMap<>();
                for (TestAssertion one : result.getTestAssertions()) {
                    if (one.getStatus() == TestAssertion.Status.FAILED) {
                        broken.merge(one.getRuleId().getClause() + "-" + one.getRuleId().getTestNumber() + " " + one.getMessage(), 1, Integer::sum);
                    }
                }
                System.out.println(args[i] + ": " + flavour + " " + (result.isCompliant() ? "compliant" : "NOT compliant") + ", " + result.getTotalAssertions() + " checks");
                broken.forEach((what, count) -> System.out.println("  " + count + " x " + what));
                good &= result.isCompliant();
            }
        }
        System.exit(good ? 0 : 1);
    }
}
