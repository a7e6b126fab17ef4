package lossctl.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A request is told of its fields, not of the options that the prompt has for them. */
class WordsOfBatchTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'sparse_cce','y_true':[1],'y_pred':[[0.2,0.9]]                             | ; params.normalize rescales, params.from_logits takes raw scores
            'bce','y_true':[1],'y_pred':[1.5]                                          | outside [0, 1] (raw scores? use params.from_logits)
            'huber','y_true':[1],'y_pred':[2],'params':{'delta':-1}                    | "params.delta -1.0: outside (0, inf)"
            'multi_quantile','y_true':[1],'y_pred':[[1,2]],'params':{'taus':[0.1]}     | but params.taus has 1 quantiles
            'cce','y_true':[[1,0]],'y_pred':[[1,1]],'params':{'normalize':true},'want':['hessian'] | "want hessian does not go with params.normalize,
            'mse','y_true':[],'y_pred':[]                                              | "hint":"reduction sum is 0 for no samples"
            'mse','y_true':[1],'y_pred':['--delta']                                    | y_pred holds texts
            'accuracy','y_true':['--k'],'y_pred':[1],'params':{'labels':['no']}        | label '--k';
            'mean_pinball_loss','as':'sklearn','y_true':[1],'y_pred':[2],'params':{'alpha':-1} | "params.alpha -1.0: outside [0, 1]"
            'mse or --missing','y_true':[1],'y_pred':[2]                               | loss 'mse or --missing'
            'mse','file':'of --nonfinite.csv'                                          | of --nonfinite.csv: no such file
            'mse','file':'of --true.csv'                                               | of --true.csv: no such file
            'mse','y_true':[1],'y_pred':[2],'params':{'a --true':1}                    | no parameter 'a --true'
            'mse','y_true':[1],'y_pred':[2],'reduction':'mena'                         | unknown reduction 'mena'
            """)
    void fieldsAreNamed(String request, String words) {
        String answer = Said.read("{\"loss\":" + request.replace('\'', '"') + "}", "batch")
                .out();
        assertTrue(answer.contains(words), answer);
    }
}
