import lossctl.data.Refusal;
import lossctl.library.Batch;
import lossctl.library.Criterion;
import lossctl.library.Tally;

/**
 * lossctl from Java: <pre>java -cp target/lossctl.jar examples/Library.java</pre>
 */
public final class Library {
    public static void main(String[] arguments) {
        // a loss by its name, and its parameters as the command line calls them
        Criterion huber = Criterion.of("huber").with("delta", 2);
        Batch batch = Batch.of(new double[] {1, 0}, new double[] {2, 3});
        System.out.println("huber " + huber.value(batch));
        for (double loss : huber.perSample(batch)) {
            System.out.println("  a sample " + loss);
        }

        // classes as indices, predictions as raw scores; value and gradient at once, for a step of a training
        Criterion entropy = Criterion.of("sparse_cce").with("from_logits", true);
        double[][] scores = {{2, 1, 0}, {0, 0, 0}};
        double[][] gradient = new double[2][3];
        double loss = entropy.step(Batch.of(new int[] {0, 2}, scores), gradient);
        System.out.println("sparse_cce " + loss);
        for (double[] row : gradient) {
            System.out.println("  slopes " + row[0] + " " + row[1] + " " + row[2]);
        }
        double[][] hessian = entropy.hessian(Batch.of(new int[] {0, 2}, scores));
        System.out.println("  curvature " + hessian[1][0]);

        // further inputs by name, and a weight a sample
        Batch forecast = batch.with("var", new double[] {1, 4}).weighted(new double[] {3, 1});
        System.out.println("gaussian_nll " + Criterion.of("gaussian_nll").value(forecast));

        // as a framework computes it
        Batch sure = Batch.of(new int[] {1}, new double[] {0});
        for (String framework : new String[] {"math", "torch", "keras", "sklearn"}) {
            System.out.println("bce as " + framework + " " + Criterion.of("bce").as(framework).value(sure));
        }

        // samples in parts: tallies merge to the same bits in any order
        Criterion rmse = Criterion.of("rmse");
        Tally morning = rmse.tally();
        Tally evening = rmse.tally();
        morning.add(Batch.of(new double[] {1, 2}, new double[] {1.5, 2}));
        evening.add(Batch.of(new double[] {3}, new double[] {5}));
        evening.merge(morning);
        System.out.println("rmse of " + evening.size() + " samples " + evening.value());

        // what cannot be answered says why, and where
        try {
            Criterion.of("bce").value(Batch.of(new int[] {1, 0}, new double[] {0.5, 1.2}));
        } catch (Refusal refusal) {
            System.out.println(refusal.code() + ": " + refusal.getMessage());
        }
    }
}
