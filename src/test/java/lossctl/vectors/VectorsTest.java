package lossctl.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every vector through {@code batch}. */
class VectorsTest {
    @Test
    void everyVectorIsMetThroughBatch() throws IOException {
        BatchCheck batch = new BatchCheck();
        for (VectorCase each : VectorFile.read("")) {
            batch.check(each);
        }
        System.out.println(batch.table("vectors met through batch:"));
        assertEquals(List.of(), batch.failures());
        assertEquals(1854, batch.all());
    }
}
